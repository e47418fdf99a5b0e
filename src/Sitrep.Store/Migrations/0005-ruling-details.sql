-- What a ruling says besides its target. A file keeps rulings for years and reports go on coming in: the claims find the target again.

ALTER TABLE ruling ADD COLUMN other TEXT;          -- merge: the event that becomes part of the target
ALTER TABLE ruling ADD COLUMN value TEXT;          -- grade: A to F or 1 to 6
ALTER TABLE ruling ADD COLUMN claims TEXT;         -- ids of the target's claims when it was ruled on, between spaces; null for none
ALTER TABLE ruling ADD COLUMN other_claims TEXT;   -- the same of other
