"""Every analysis answered again in plain Python: loops over lists, no tables, no code of the measures.

Each gives for every key (the texts of the answer, in the order of its columns) the population of each figure: rows
(customer, value, hour or None), in any order. Of a share the values are 1 and 0.
"""
