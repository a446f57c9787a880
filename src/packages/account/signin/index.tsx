import { useRouter } from '@tarojs/taro';
import { SignIn } from '../../../features/people/sign-in';

export default function SigninPage() {
  const { back } = useRouter().params;
  return <SignIn back={back ? decodeURIComponent(back) : ''} />;
}
