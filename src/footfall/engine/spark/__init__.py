"""The only room that calls Spark: the same expressions over the same Parquet files, run by the workers of a cluster.

Nothing here is imported before a dataset is large enough for a cluster and a setting names one.
"""
