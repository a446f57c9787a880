import { teardown } from './postgres';

/** After the last test of a run. */
export default teardown;
