import '../no-telemetry';
import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import { assertValidSchema } from 'graphql';

/**
 * Loads a supergraph into a gateway that serves nobody. The running gateway would be left half-updated by one
 * that fails after the first checks.
 * @throws whatever is wrong with it
 */
export async function tryOut(
  supergraphSdl: string,
  buildService: NonNullable<GatewayConfig['buildService']>,
): Promise<void> {
  const trial = new ApolloGateway({ supergraphSdl, buildService, logger: silent, validateSupergraph: true });
  const { schema } = await trial.load();
  await trial.stop();
  assertValidSchema(schema);
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
