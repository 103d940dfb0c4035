import { isId } from '../../../shared/schema/type-id';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';
import { loadCampaign } from './campaign.repository';

export const campaignReference: ReferenceResolver = (ref, context) =>
  isId('Campaign', ref) ? loadCampaign(context, ref) : null;
