import { Arg, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Federation } from '../../../shared/schema/build-subgraph-schema';
import type { SubgraphDefinition } from '../../../shared/subgraph/definition';
import { deprecatedProduct, products, research, user } from './products.data';
import { DeprecatedProduct, Inventory, Product, User } from './products.types';

@Resolver()
class ProductsResolver {
  @Query(() => Product, { nullable: true })
  product(@Arg('id', () => ID) id: string): Product | undefined {
    return products.find((product) => product.id === id);
  }

  @Query(() => DeprecatedProduct, { nullable: true, deprecationReason: 'Use product query instead' })
  deprecatedProduct(
    @Arg('sku', () => String) sku: string,
    @Arg('package', () => String) packageName: string,
  ): DeprecatedProduct | null {
    return findDeprecated({ sku, package: packageName });
  }
}

@Resolver(() => User)
class UserResolver {
  @Directive('@requires(fields: "totalProductsCreated yearsOfEmployment")')
  @FieldResolver(() => Int, { nullable: true })
  averageProductsCreatedPerYear(@Root() { totalProductsCreated, yearsOfEmployment }: User): number | null {
    return totalProductsCreated === null ? null : Math.round(totalProductsCreated / yearsOfEmployment);
  }
}

@Resolver(() => Inventory)
class InventoryResolver {
  @FieldResolver(() => [DeprecatedProduct])
  deprecatedProducts(): DeprecatedProduct[] {
    return [deprecatedProduct];
  }
}

/** The suite's subgraph, made as our own are. It reads no database; its fields are open, and all others are closed. */
export const productsSubgraph: SubgraphDefinition = {
  name: 'products',
  resolvers: [ProductsResolver, UserResolver, InventoryResolver],
  references: {},
  policy: {
    groups: {},
    tables: {},
    fields: {
      Query: { open: ['product', 'deprecatedProduct'] },
      Product: {
        open: ['id', 'sku', 'package', 'variation', 'dimensions', 'createdBy', 'notes', 'research'],
      },
      ProductVariation: { open: ['id'] },
      ProductDimension: { open: ['size', 'weight', 'unit'] },
      ProductResearch: { open: ['study', 'outcome'] },
      CaseStudy: { open: ['caseNumber', 'description'] },
      DeprecatedProduct: { open: ['sku', 'package', 'reason', 'createdBy'] },
      User: {
        open: ['email', 'name', 'totalProductsCreated', 'yearsOfEmployment', 'averageProductsCreatedPerYear'],
      },
      Inventory: { open: ['id', 'deprecatedProducts'] },
    },
  },
  entities: [],
  migrations: [],
  seed: async () => undefined,
};

/** Its version of Federation and its many kinds of keys are the suite's; the hub's own subgraphs have one, `ref`. */
export const productsFederation: Federation = {
  link: `
    extend schema
      @link(
        url: "https://specs.apollo.dev/federation/v2.3"
        import: [
          "@composeDirective" "@extends" "@external" "@key" "@inaccessible" "@interfaceObject"
          "@override" "@provides" "@requires" "@shareable" "@tag"
        ]
      )
      @link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])
      @composeDirective(name: "@custom")

    directive @custom on OBJECT`,
  references: {
    Product: findProduct,
    DeprecatedProduct: findDeprecated,
    ProductResearch: ({ study }: { study: { caseNumber: string } }) =>
      research.find((one) => one.study.caseNumber === study.caseNumber),
    User: (known: Partial<User>) => (known.email === user.email ? { ...user, ...known } : null),
    Inventory: ({ id }: { id: string }) => (id === 'apollo-oss' ? { id } : null),
  },
  orphans: [Inventory],
};

function findProduct({ id, sku, package: packageName, variation }: Partial<Product>): Product | undefined {
  if (id !== undefined) return products.find((product) => product.id === id);
  return products.find(
    (product) =>
      product.sku === sku &&
      (packageName !== undefined ? product.package === packageName : product.variation?.id === variation?.id),
  );
}

function findDeprecated(key: { sku: string; package: string }): DeprecatedProduct | null {
  const { sku, package: packageName } = deprecatedProduct;
  return key.sku === sku && key.package === packageName ? deprecatedProduct : null;
}
