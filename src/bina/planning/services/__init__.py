"""Every change to an SKP. Views, commands and other rooms (by the door) call these; nothing else
saves."""
