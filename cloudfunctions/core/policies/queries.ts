/** What areas after this one may ask of policies. */
export { type Version, versionsOn } from './answers/versions';
