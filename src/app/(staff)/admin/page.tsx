import { redirect } from 'next/navigation';

/** Administration begins with what is changed most. */
export default function AdministrationPage(): never {
  redirect('/admin/hours');
}
