"""A database guard: what an agreed plan is made of does not change behind the services' back.

Adding rows is left to the services, so that plans can be laid down in bulk; so are deletions on
SQLite, where Django empties its test tables with DELETE.
"""

from typing import Any

from bina.core.constraints import Guard

BY_SKP = """SELECT 1 FROM planning_skp AS s WHERE s.id = {row}.skp_id
    AND s.status IN ('ditetapkan', 'digantikan', 'dinyatakan_batal')"""
BY_HASIL = """SELECT 1 FROM planning_skp AS s JOIN planning_hasilkerja AS h ON h.skp_id = s.id
    WHERE h.id = {row}.hasil_id AND s.status IN ('ditetapkan', 'digantikan', 'dinyatakan_batal')"""

BY_PERJANJIAN = """SELECT 1 FROM planning_perjanjiankinerja AS p WHERE p.id = {row}.perjanjian_id
    AND p.status IN ('ditetapkan', 'digantikan')"""
BY_SASARAN = """SELECT 1 FROM planning_perjanjiankinerja AS p
    JOIN planning_sasaranunit AS s ON s.perjanjian_id = p.id
    WHERE s.id = {row}.sasaran_id AND p.status IN ('ditetapkan', 'digantikan')"""
# A trigger and no check: SQLite would make the table anew for a check and lose its triggers.
SUPPORTS_SEVERAL = """SELECT 1 WHERE
    (CASE WHEN NEW.mendukung_id IS NULL THEN 0 ELSE 1 END)
    + (CASE WHEN NEW.mendukung_sasaran_id IS NULL THEN 0 ELSE 1 END)
    + (CASE WHEN NEW.mendukung_indikator_id IS NULL THEN 0 ELSE 1 END) > 1"""


class LockedParts(Guard):
    """The database refuses to change rows of this table that belong to an agreed plan."""

    def __init__(self, model_name: str, *, belongs: str) -> None:
        self.model_name, self.belongs = model_name, belongs

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return (type(self).__name__, [self.model_name], {"belongs": self.belongs})

    def describe(self) -> str:
        return f"Lock {self.model_name} of agreed plans"

    def statements(self, vendor: str, table: str) -> tuple[list[str], list[str]]:
        found = self.belongs.format(row="OLD")
        name = f"{table}_terkunci"
        return _pg(table, name, found) if vendor == "postgresql" else _sqlite(table, name, found)


def _pg(table: str, name: str, found: str) -> tuple[list[str], list[str]]:
    make = [
        f"""CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS ({found}) THEN
            RAISE EXCEPTION '{name}: the plan is agreed and locked'
            USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
          RETURN NEW;
        END $$""",
        f"""CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {name}()""",
    ]
    return make, [f"DROP TRIGGER {name} ON {table}", f"DROP FUNCTION {name}()"]


def _sqlite(table: str, name: str, found: str) -> tuple[list[str], list[str]]:
    make = [
        f"""CREATE TRIGGER {name} BEFORE UPDATE ON {table} WHEN EXISTS ({found})
        BEGIN SELECT RAISE(ABORT, '{name}: the plan is agreed and locked'); END"""
    ]
    return make, [f"DROP TRIGGER {name}"]
