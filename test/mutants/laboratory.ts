import type { GraphQLSchema } from 'graphql';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { type BareDatabase, bareDatabase } from '../testkit/bare-database';
import { asAdministrator } from '../testkit/database';
import { grantComplaints, logComplaints, openTables, sharedUpkeep } from '../testkit/database-rights-check';
import { checkFields, emptySchema } from '../testkit/field-rules-check';
import { documentComplaints, levelComplaints, placementComplaints } from '../testkit/policy-document-check';
import { openRowChecks } from '../testkit/row-security-check';
import { boundsComplaints, guardComplaints } from '../testkit/sharing-bounds-check';
import { everyMutant } from './every-mutant';
import type { Mutant } from './mutant';
import { viewerFunctions } from './statement-mutants';

type RowChecks = Awaited<ReturnType<typeof openRowChecks>>;

/** Where mutants are made, let loose on a database of their own, and looked for by the checks of test/security. */
export class Laboratory {
  private readonly schemas = new Map<string, GraphQLSchema>();
  private readonly rows = new Map<string, RowChecks>();

  private constructor(private readonly database: BareDatabase) {}

  static async open(definitions: readonly SubgraphDefinition[]): Promise<Laboratory> {
    return new Laboratory(await bareDatabase(definitions));
  }

  async close(): Promise<void> {
    for (const checks of this.rows.values()) await checks.close();
    await this.database.drop();
  }

  mutantsOf(definition: SubgraphDefinition): Mutant[] {
    return everyMutant(definition, this.database.columns);
  }

  /** Which check sees it when the hub's guards are really made from it; null when none does. */
  async noticedInAction(mutant: Mutant): Promise<string | null> {
    const { definition, policy } = mutant;
    const isElsewhere = mutant.rewrite ?? mutant.functions;
    if (!isElsewhere && (await this.fieldsDiffer(mutant))) return 'fields';
    // Where only fields were changed there is nothing else to find.
    if (
      mutant.seenAs ||
      (policy.tables === definition.policy.tables &&
        policy.groups === definition.policy.groups &&
        !isElsewhere)
    )
      return null;
    try {
      if (mutant.functions) await asAdministrator(mutant.functions, [], this.database.url);
      await this.database.apply(definition, policy, mutant.rewrite);
      return await this.seenInTheDatabase(mutant);
    } catch (error) {
      // A policy that the database does not even take is noticed when it is applied.
      if (mutant.kind === 'none' || !(error instanceof Error && 'severity' in error)) throw error;
      return 'the database refuses it';
    } finally {
      if (mutant.functions) await asAdministrator(viewerFunctions(), [], this.database.url);
    }
  }

  /** Where the policy, as a text, says something else than the documents. */
  differences({ definition, policy }: Mutant): string[] {
    return [
      ...documentComplaints(policy),
      ...levelComplaints(definition.name, policy),
      ...placementComplaints(definition, policy),
    ];
  }

  private async fieldsDiffer({ definition, policy, seenAs, concerns }: Mutant): Promise<boolean> {
    const { fields, groups } = definition.policy;
    if (!seenAs && policy.fields === fields && policy.groups === groups) return false;
    let schema = this.schemas.get(definition.name);
    if (!schema) {
      schema = emptySchema(definition);
      this.schemas.set(definition.name, schema);
    }
    return (await checkFields(schema, definition, policy, seenAs, concerns)).complaints.length > 0;
  }

  private async seenInTheDatabase({ definition, tables }: Mutant): Promise<string | null> {
    const { url } = this.database;
    const grants = await grantComplaints(url, definition);
    if (grants.tooMuch.length + grants.tooLittle.length > 0) return 'grants';
    if ((await logComplaints(url, definition)).length > 0) return 'logged tables';
    if ((await openTables(url, definition)).length > 0) return 'forced row security';
    if ((await sharedUpkeep(url, definition)).length > 0) return 'upkeep';
    if ((await guardComplaints(url, definition)).length > 0) return 'guards of levels';
    if ((await boundsComplaints(url, definition)).length > 0) return 'bounds of levels';
    let checks = this.rows.get(definition.name);
    if (!checks) {
      checks = await openRowChecks(this.database, definition.name);
      this.rows.set(definition.name, checks);
    }
    for (const table of tables) {
      const rule = definition.policy.tables[table];
      if (!rule || !('group' in rule)) continue;
      if ((await checks.check(table, rule.group)).complaints.length > 0) return 'rows';
    }
    return null;
  }
}
