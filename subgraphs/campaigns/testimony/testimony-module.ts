import type { SubgraphModule } from '../../../shared/subgraph/definition';
import { Testimony, TestimonyBill } from './testimony.entity';
import { TestimonyPayloadResolver } from './testimony.payload';
import { BillTestimoniesResolver, TestimonyResolver } from './testimony.resolver';
import { TestimonyApproveResolver } from './testimony-approve';
import { TestimonyCreateResolver } from './testimony-create';
import { TestimonyDeliverResolver } from './testimony-deliver';
import { TestimonyShareResolver } from './testimony-share';
import { TestimonyUpdateResolver } from './testimony-update';

/** What is said on bills. */
export const testimonyModule: SubgraphModule = {
  resolvers: [
    TestimonyResolver,
    BillTestimoniesResolver,
    TestimonyPayloadResolver,
    TestimonyCreateResolver,
    TestimonyUpdateResolver,
    TestimonyApproveResolver,
    TestimonyDeliverResolver,
    TestimonyShareResolver,
  ],
  entities: [Testimony, TestimonyBill],
};
