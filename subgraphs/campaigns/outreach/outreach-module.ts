import type { SubgraphModule } from '../../../shared/subgraph/definition';
import { OutreachContactPayloadResolver } from './outreach.payload';
import { OutreachContactResolver } from './outreach.resolver';
import { OutreachContact } from './outreach-contact.entity';
import { OutreachContactArchiveResolver } from './outreach-contact-archive';
import { OutreachContactCreateResolver } from './outreach-contact-create';
import { OutreachContactUpdateResolver } from './outreach-contact-update';
import { CampaignOutreachCountsResolver, OutreachCountResolver } from './outreach-counts';

/** With whom one has spoken. */
export const outreachModule: SubgraphModule = {
  resolvers: [
    OutreachContactResolver,
    OutreachContactPayloadResolver,
    OutreachContactCreateResolver,
    OutreachContactUpdateResolver,
    OutreachContactArchiveResolver,
    CampaignOutreachCountsResolver,
    OutreachCountResolver,
  ],
  entities: [OutreachContact],
};
