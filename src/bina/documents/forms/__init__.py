"""The official forms as frozen data. A form knows its text and boxes, not where they come from."""
