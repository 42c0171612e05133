"""How a rule of the database speaks: SQLSTATE 23514 with the constraint's name, like a CHECK."""

import pgtrigger


def refusal(constraint: str, message: str) -> str:
    """PL/pgSQL that refuses the statement in the name of ``constraint`` (at most 63 bytes)."""
    text = message.replace("'", "''")
    return (
        f"RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = '{constraint}', MESSAGE = '{text}';"
    )


def refuse_if(condition: str, constraint: str, message: str) -> str:
    """PL/pgSQL that refuses where ``condition`` (an SQL expression) is true."""
    return f"IF {condition} THEN {refusal(constraint, message)} END IF;"


def checked_now(
    name: str, operation: pgtrigger.Operation, body: str, **declare: str
) -> pgtrigger.Trigger:
    """A row trigger before the change: for rules that this row and older rows can answer.

    ``declare`` gives PL/pgSQL variables and their types.
    """
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        declare=list(declare.items()) or None,
        func=body + (" RETURN OLD;" if operation is pgtrigger.Delete else " RETURN NEW;"),
    )


def checked_at_commit(
    name: str, operation: pgtrigger.Operation, body: str, **declare: str
) -> pgtrigger.Trigger:
    """A deferred constraint trigger: for rules that several statements fulfil together.

    ``body`` must read the rows as they are when it runs, since NEW may be out of date by then.
    """
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=operation,
        timing=pgtrigger.Deferred,
        declare=list(declare.items()) or None,
        func=f"{body} RETURN NULL;",
    )
