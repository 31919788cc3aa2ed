"""HTTP: from the bytes of a request to the bytes of its answer; `pipeline.py` is the list of stages."""
