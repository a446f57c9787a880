/** How areas of the kinds move applications of theirs, in transactions of their own. */
export { moveWith, plainOrder } from './application/moves';
