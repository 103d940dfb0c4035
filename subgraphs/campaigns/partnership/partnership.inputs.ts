import { Field, ID, InputType } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import { PartnershipState } from './partnership.entity';

@InputType({ description: 'Narrows a list of partnerships; all given conditions hold.' })
export class CampaignPartnershipFilter {
  @Field(() => PartnershipState, { nullable: true, description: 'Only those in this state.' })
  state?: PartnershipState;

  @Field(() => ID, { nullable: true, description: 'Only those in this campaign.' })
  campaign?: string;

  @Field(() => ID, { nullable: true, description: 'Only those of this organisation, which was invited.' })
  partner?: string;
}

@InputType({ description: 'Whom to invite to a campaign of one’s own organisation.' })
export class CampaignPartnerInviteInput extends CreatingInput {
  @Field(() => ID, {
    description:
      'The campaign; shared with the coalition at least as a summary, so that they see what it is.',
  })
  campaign!: string;

  @Field(() => ID, { description: 'The organisation to invite.' })
  partner!: string;

  @Field(() => [TranslationInput], { nullable: true, description: 'A word to go with it.' })
  message?: TranslationInput[];
}

@InputType({ description: 'Which partnership.' })
export class CampaignPartnershipInput {
  @Field(() => ID, { description: 'The partnership.' })
  partnership!: string;
}
