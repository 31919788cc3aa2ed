"""From rows to the entities of the wire, in batches and for one viewer."""
