import { Field, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../../shared/mutation/user-errors';

/** Of mutations that ask for a password or code: whoever guesses has to wait. */
@ObjectType()
export abstract class AttemptPayload extends Payload {
  @Field(() => Int, {
    nullable: true,
    description: 'With TOO_MANY_ATTEMPTS: the seconds until the next attempt is looked at.',
  })
  retryAfter!: number | null;
}
