import { FilmPlayer } from '../../../features/entry/film-player';

export default function OpenFilmPage() {
  return <FilmPlayer />;
}
