-- Since when a commitment is in its state: whose turn it is says so. Unknown before this column: the day it was written.
alter table commitment add column state_since timestamptz;
