import { ContentDesk } from '../../../features/people/content/content-desk';

export default function ContentPage() {
  return <ContentDesk />;
}
