const { jest } = require('../../package.json');

/** `npm run test:redis`: what `npm test` leaves out, because it needs a program that npm cannot bring. No database. */
module.exports = {
  ...jest,
  rootDir: '../..',
  roots: ['<rootDir>/test/redis'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: undefined,
  globalTeardown: undefined,
};
