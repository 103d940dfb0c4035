import type { Session } from '../database/session';
import type { SubgraphContext } from '../subgraph/context';

/**
 * What one mutation works with. Once it is refused nothing of it reaches the database any more: a branch of its resolver
 * that still runs would otherwise write after all was taken back, and the next commit would keep that.
 */
export class MutationScope {
  readonly context: SubgraphContext;
  private over = false;

  constructor(context: SubgraphContext) {
    const session = new Proxy(context.session, { get: (target, name) => this.ask(target, name) });
    this.context = new Proxy(context, {
      get: (target, name) => (name === 'session' ? session : Reflect.get(target, name, target)),
    });
  }

  /** From now on whatever is asked of the session is refused. */
  end(): void {
    this.over = true;
  }

  private ask(session: Session, name: string | symbol): unknown {
    const found: unknown = Reflect.get(session, name, session);
    if (typeof found !== 'function') return found;
    return (...given: unknown[]) => {
      if (this.over) throw new Error('the mutation was refused');
      return Reflect.apply(found, session, given);
    };
  }
}
