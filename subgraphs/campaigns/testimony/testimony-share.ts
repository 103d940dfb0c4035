import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { TestimonyState } from './testimony.entity';
import { TestimonyInput } from './testimony.inputs';
import { TestimonyPayload } from './testimony.payload';
import { holdTestimony } from './testimony.repository';

@Resolver()
export class TestimonyShareResolver {
  @Mutation(() => TestimonyPayload, {
    nullable: true,
    description:
      'Makes testimony count for all companions of its bills that are known here, whichever of the two names the other.',
  })
  async testimonyShare(
    @Arg('input', () => TestimonyInput, { description: 'Which testimony.' }) input: TestimonyInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { id } = await holdTestimony(context, input, ...Object.values(TestimonyState));
    const added = await context.session.rows(sql`
with about as (
  select b.* from campaigns.testimony_bill a join campaigns.bill b on b.id = a.bill_id where a.subject_id = ${id}),
companions as (
  select other.id from about
  join campaigns.bill_relation r on r.subject_id = about.id and r.relation_type = 'companion'
  join campaigns.bill other on other.jurisdiction_id = about.jurisdiction_id
    and other.legislative_session = r.legislative_session and other.identifier = r.identifier
  union
  select other.id from about
  join campaigns.bill other on other.jurisdiction_id = about.jurisdiction_id
  join campaigns.bill_relation r on r.subject_id = other.id and r.relation_type = 'companion'
    and r.legislative_session = about.legislative_session and r.identifier = about.identifier)
insert into campaigns.testimony_bill (organization_id, sharing_level, subject_id, position, bill_id)
select t.organization_id, t.sharing_level, t.id,
  (select count(*) from about) + row_number() over (order by companions.id) - 1, companions.id
from campaigns.testimony t cross join companions
where t.id = ${id} and companions.id not in (select about.id from about)
returning 1`);
    if (added.length === 0) refuse('UNCHANGED', 'testimony');
    return { id };
  }
}
