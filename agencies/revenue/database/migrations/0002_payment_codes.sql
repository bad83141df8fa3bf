-- Estimated tax is posted under 660 and 661, and what a bank returned under the code that reverses its payment.
UPDATE account_transactions AS posted SET code = '660'
  FROM payments
  WHERE payments.id = posted.payment AND payments.kind = 'estimated' AND posted.code = '670';
UPDATE account_transactions AS posted SET code = '661'
  FROM payments
  WHERE payments.id = posted.payment AND payments.kind = 'estimated' AND posted.code = '672';
UPDATE account_transactions SET code = '671' WHERE code = '672';
