import { loadById } from '../../../shared/database/load-rows';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill } from '../bill/bill.entity';
import { Campaign } from '../campaign/campaign.entity';
import { Legislator } from '../legislator/legislator.entity';

const entities = { Campaign, Bill, Legislator };
type Subjects = { [Kind in keyof typeof entities]: InstanceType<(typeof entities)[Kind]> };

/** What is followed, where it is of this kind and the viewer sees it at this moment; else null. */
export function loadSubject<Kind extends keyof Subjects>(
  context: SubgraphContext,
  kind: Kind,
  id: string,
): Promise<Subjects[Kind] | null> | null {
  return isId(kind, id) ? loadById<Subjects[Kind]>(context, entities[kind] as never, id) : null;
}

/** Whether there is something to follow under this id, for this viewer. */
export async function isThere(context: SubgraphContext, id: string): Promise<boolean> {
  const found = await Promise.all(
    (['Campaign', 'Bill', 'Legislator'] as const).map((kind) => loadSubject(context, kind, id)),
  );
  return found.some((one) => one !== null);
}
