-- Taking a name apart costs more than the planner thinks of a function.
-- Why: it would rather take all open orders apart than look into the index for a word that may be misspelt. An older
-- server can still run against this.
alter function kept.search_vector(text) cost 10000;
