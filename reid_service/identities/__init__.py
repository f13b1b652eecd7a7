"""Who is who: acts that change it as decisions for the ledger, and how to take them back.

Each function reads in the caller's transaction and returns a `Decision`; nothing has happened
until the caller gives it to `Ledger.record` in the same transaction.
"""
