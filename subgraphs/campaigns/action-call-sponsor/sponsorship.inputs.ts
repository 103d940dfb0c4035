import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import { SponsorshipState } from './sponsorship.entity';

@InputType({ description: 'Narrows a list of invitations to bring a call; all given conditions hold.' })
export class ActionCallSponsorshipFilter {
  @Field(() => SponsorshipState, { nullable: true, description: 'Only those in this state.' })
  state?: SponsorshipState;

  @Field(() => ID, { nullable: true, description: 'Only those of this call to action.' })
  actionCall?: string;
}

@InputType({ description: 'Whom to ask to bring a call to action of one’s own organisation.' })
export class ActionCallSponsorInviteInput extends CreatingInput {
  @Field(() => ID, {
    description: 'The call; open, and shared with the coalition at least as a summary, so that they see it.',
  })
  actionCall!: string;

  @Field(() => ID, { description: 'The organisation to invite.' })
  partner!: string;
}

@InputType({ description: 'Which invitation to bring a call.' })
export class ActionCallSponsorshipInput {
  @Field(() => ID, { description: 'The invitation.' })
  sponsorship!: string;
}
