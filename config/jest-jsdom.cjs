const { TestEnvironment } = require('jest-environment-jsdom');
const { unwatched } = require('./jest-environments.cjs');

module.exports = unwatched(TestEnvironment);
