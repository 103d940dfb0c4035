import { ArgsType, Field, Int } from 'type-graphql';

/** Arguments of every connection. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: 20, description: 'How many rows, at most 100.' })
  first: number = 20;

  @Field(() => String, { nullable: true, description: 'Cursor to read on from.' })
  after?: string;
}

/** Options of the `filter` argument that every connection takes. */
export const filterArgument = {
  nullable: true,
  description: 'Which rows to keep; without it, all you may see.',
};
