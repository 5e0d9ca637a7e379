"""Did it help: effects of a change with an interval, and how many more customers it takes to see one."""
