const { TestEnvironment } = require('jest-environment-node');
const { plain, unwatched } = require('./jest-environments.cjs');

module.exports = unwatched(plain(TestEnvironment));
