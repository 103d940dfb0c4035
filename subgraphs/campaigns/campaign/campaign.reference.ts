import { loadById } from '../../../shared/database/load-rows';
import { isId } from '../../../shared/schema/type-id';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';
import { Campaign } from './campaign.entity';

export const campaignReference: ReferenceResolver = (ref, context) =>
  isId('Campaign', ref) ? loadById(context, Campaign, ref) : null;
