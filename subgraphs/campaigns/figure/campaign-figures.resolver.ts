import sql from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { linkedToCampaign } from '../../../shared/campaign-link/campaign-link';
import { figureList } from '../../../shared/figure/figure-list';
import { FigureFilter, type FigureRow } from '../../../shared/figure/reported-figure';
import { type Connection, connectionUnder } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from '../campaign/campaign.entity';
import { Figure, FigureConnection } from './figures';

@Resolver(() => Campaign)
export class CampaignFiguresResolver {
  @FieldResolver(() => FigureConnection, {
    nullable: true,
    description:
      'Its figures, as far as they are about the campaign itself: reach, people trained, channels and languages. By handle.',
  })
  campaignFigures(
    @Root() campaign: Campaign,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => FigureFilter, { nullable: true, description: 'Which of them.' })
    filter?: FigureFilter,
  ): Promise<Connection<FigureRow>> {
    const figures = figureList(context, Figure, filter, linkedToCampaign('campaigns', sql`parent.id`));
    return connectionUnder(context, figures, campaign.id, page);
  }
}
