import { registerEnumType } from 'type-graphql';
import { HubError } from '../../../shared/errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';

/** In whose name one follows, and reads what has changed. */
export enum Follower {
  ONESELF = 'ONESELF',
  ORGANIZATION = 'ORGANIZATION',
}
registerEnumType(Follower, {
  name: 'Follower',
  description: 'In whose name one follows.',
  valuesConfig: {
    ONESELF: { description: 'The person, or the tool, that asks.' },
    ORGANIZATION: { description: 'The organisation that it acts for; for its admins.' },
  },
});

/** @throws HubError FORBIDDEN for whoever may not follow in that name */
export function followerId({ viewer }: SubgraphContext, follower: Follower): string {
  const id =
    follower === Follower.ONESELF
      ? (viewer.tool?.keyId ?? viewer.personId)
      : !viewer.tool && viewer.roles.includes('ORG_ADMIN') && viewer.organizationId;
  if (!id) throw new HubError('FORBIDDEN');
  return id;
}
