/**
 * What Jest gives its tests to run in, without three things of it that no test here needs and that made all of them slower
 * (docs/decisions/0015-the-time-of-the-tests.md).
 */
const hooks = require('node:async_hooks');
const vm = require('node:vm');

const { AsyncLocalStorage } = hooks;

/** Stands in for Node's, with which every promise of the process is watched, three times as dear: of our tests none begins before the other has ended. */
class OneAfterTheOther {
  getStore() {
    return this.store;
  }

  run(store, work) {
    const before = this.store;
    this.store = store;
    const end = () => {
      this.store = before;
    };
    try {
      const result = work();
      if (typeof result?.then !== 'function') end();
      else result.then(end, end);
      return result;
    } catch (error) {
      end();
      throw error;
    }
  }
}

/** The environment, whose test runner knows by the stand-in which test is running, and whose errors keep as many calls as Node's do: each `expect` makes one, and Jest keeps a hundred. */
const unwatched = (Environment) =>
  class extends Environment {
    async setup() {
      await super.setup();
      this.global.Error.stackTraceLimit = 10;
      hooks.AsyncLocalStorage = OneAfterTheOther;
    }

    /** Told when the runner has been loaded. */
    async handleTestEvent(event, state) {
      hooks.AsyncLocalStorage = AsyncLocalStorage;
      await super.handleTestEvent?.(event, state);
    }

    async teardown() {
      hooks.AsyncLocalStorage = AsyncLocalStorage;
      await super.teardown();
    }
  };

/** The environment, in whose world a global name is a plain property; in one as Jest makes it each use of `Object` or `Promise` asks a function, a microsecond long. */
const plain = (Environment) =>
  class extends Environment {
    constructor(...given) {
      const { createContext } = vm;
      vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
      try {
        super(...given);
      } finally {
        vm.createContext = createContext;
      }
    }
  };

module.exports = { plain, unwatched };
