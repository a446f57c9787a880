import { FilmPlayer } from '../../../features/entry/files/film-player';

export default function OpenFilmPage() {
  return <FilmPlayer />;
}
