import { Field, ID, InputType } from 'type-graphql';
import { SharingLevelName } from '../permission/sharing-level.type';

@InputType({ description: 'How one’s own organisation is to share a group of its data.' })
export class SharingSetInput {
  @Field({ description: 'The permission group, such as `campaign.internal`.' })
  group!: string;

  @Field(() => SharingLevelName, { description: 'The level of rows for which no other was chosen.' })
  level!: SharingLevelName;

  @Field(() => SharingLevelName, { description: 'No row may be shared wider than this.' })
  cap!: SharingLevelName;
}

@InputType({ description: 'Which proposed version.' })
export class SharingVersionInput {
  @Field(() => ID, { description: 'The version.' })
  version!: string;
}

@InputType({ description: 'The level of one row.' })
export class SharingLevelSetInput {
  @Field(() => ID, { description: 'The row; for the links that lead to a campaign, the campaign.' })
  id!: string;

  @Field({ description: 'The permission group that it belongs to, such as `campaign.internal`.' })
  group!: string;

  @Field(() => SharingLevelName, { nullable: true, description: 'Its level; null for that of its group.' })
  level?: SharingLevelName | null;
}
