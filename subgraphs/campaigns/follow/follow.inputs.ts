import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import { Follower } from './follower';

const followerField = { defaultValue: Follower.ONESELF, description: 'In whose name.' };

@InputType({ description: 'What to follow.' })
export class FollowInput extends CreatingInput {
  @Field(() => ID, { description: 'A campaign, a bill or a legislator.' })
  subject!: string;

  @Field(() => Follower, followerField)
  follower!: Follower;
}

@InputType({ description: 'What to follow no longer.' })
export class UnfollowInput {
  @Field(() => ID, { description: 'The follow that is to end.' })
  follow!: string;
}

@InputType({ description: 'How far one has read.' })
export class FollowAcknowledgeInput {
  @Field(() => String, {
    description: 'A cursor of `followedChanges`, of the last change that needs not be told again.',
  })
  cursor!: string;

  @Field(() => Follower, followerField)
  follower!: Follower;
}
