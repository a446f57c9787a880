/** What later areas may read of persons and of the city's list of words. */
export { contentWordsInSql } from './content/words';
