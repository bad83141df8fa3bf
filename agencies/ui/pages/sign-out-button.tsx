interface SignOutButtonProps {
  readonly action: string;
  readonly formToken: string | undefined;
  readonly label: string;
}

export const SignOutButton = ({ action, formToken, label }: SignOutButtonProps) => (
  <form method="post" action={action}>
    <input type="hidden" name="form_token" value={formToken} />
    <button class="quiet-button" type="submit">
      {label}
    </button>
  </form>
);
