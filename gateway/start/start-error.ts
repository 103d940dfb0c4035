export type StartErrorCode =
  /** A setting has a value that cannot be used; the message names it. */
  | 'SETTING_INVALID'
  /** Outside a demo nothing is generated: secret and token key must be given. */
  | 'KEYS_MISSING'
  | 'KEYS_DAMAGED'
  /** Somebody else may have read the keys already. */
  | 'KEYS_READABLE_BY_OTHERS'
  | 'PORT_TAKEN'
  | 'ADDRESS_NOT_AVAILABLE'
  | 'DATABASE_UNREACHABLE'
  /** The part of the set-up that needs an administrator was not done. */
  | 'DATABASE_NOT_PROVISIONED'
  | 'SUBGRAPH_NOT_STARTED'
  /** The committed supergraph is missing, broken, or names a subgraph that this hub does not have. */
  | 'SUPERGRAPH_UNUSABLE'
  /** What a command was asked for does not exist or is not allowed here. */
  | 'COMMAND_REFUSED';

/** A reason not to start that an operator can act on: one sentence that says what to do; the stack is noise. */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(
    readonly code: StartErrorCode,
    message: string,
  ) {
    super(message);
  }
}
