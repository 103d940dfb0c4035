import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingInput } from '../../../shared/mutation/idempotency';

@InputType({ description: 'A tool to let in.' })
export class ApiClientCreateInput extends CreatingInput {
  @Field({ description: 'What to call it, at most 200 characters.' })
  name!: string;
}

@InputType({ description: 'A tool to shut out, with all its keys.' })
export class ApiClientRevokeInput {
  @Field(() => ID, { description: 'The tool.' })
  client!: string;
}

@InputType({ description: 'What a key may do, for how long and from where.' })
export class ApiKeyCreateInput extends CreatingInput {
  @Field(() => ID, { description: 'The tool that gets it.' })
  client!: string;

  @Field(() => [String], {
    description:
      'What it may do, as `group:operation`, such as `campaign.summary:r`; nothing that you may not do.',
  })
  scopes!: string[];

  @Field(() => Date, { description: 'Until when, at most 90 days from now.' })
  expiresAt!: Date;

  @Field(() => [String], {
    nullable: true,
    description:
      'Where it may be used from: IPv4 or IPv6 addresses, or subnets such as `192.0.2.0/24`; at most 50, without it from anywhere.',
  })
  addresses?: string[];
}

@InputType({ description: 'A key to replace by a new one that may do the same.' })
export class ApiKeyRotateInput extends CreatingInput {
  @Field(() => ID, { description: 'The key to replace.' })
  key!: string;

  @Field(() => Date, { description: 'Until when the new one is taken, at most 90 days from now.' })
  expiresAt!: Date;

  @Field(() => Int, {
    defaultValue: 24,
    description: 'For how many hours the old one is still taken: from 0 to 168, which is seven days.',
  })
  overlapHours: number = 24;
}

@InputType({ description: 'A key to take back.' })
export class ApiKeyRevokeInput {
  @Field(() => ID, { nullable: true, description: 'The key; without it, the one that this request shows.' })
  key?: string;
}
