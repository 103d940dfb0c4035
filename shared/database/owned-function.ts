/**
 * Gives a function away that sees and does what no viewer may: it then belongs to `owner`, a role that cannot sign in, and
 * nobody calls it but `caller`. Of a trigger's function that is the role that made the table.
 * @param signature with its schema and the types of its parameters
 */
export function ownedFunction(signature: string, owner: string, caller: string): string {
  const [schema] = signature.split('.');
  return `
revoke all on function ${signature} from public;
grant create on schema ${schema} to ${owner};
alter function ${signature} owner to ${owner};
set local role ${owner};
grant execute on function ${signature} to ${caller};
reset role;
revoke create on schema ${schema} from ${owner};`;
}
