import { SignIn } from '../../../features/people/sign-in';
import { usePageParams } from '../../../ui/use-page-params';

export default function SigninPage() {
  const { back } = usePageParams();
  return <SignIn back={back ?? ''} />;
}
