import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { FormId } from '#journey/ids.ts';
import type { StoredForm } from './forms.data.ts';

const ofForm = (formId: FormId) => ({
  kind: 'form' as const,
  settings: { path: ['formId'], equals: formId },
});

/**
 * The service states that this form may be asked of people: purpose, basis and days are the service's own, as they are at this moment. What was
 * asked before stays as it was asked.
 */
export async function stateForm(
  { db, organisationId }: OrganisationScope,
  { id: formId, serviceId, content }: Pick<StoredForm, 'id' | 'serviceId' | 'content'>,
): Promise<void> {
  const service = await db.service.findFirstOrThrow({
    where: { id: serviceId },
    select: { purpose: true, lawfulBasis: true, retentionDays: true },
  });
  const words = {
    title: content.title,
    purpose: service.purpose ?? {},
    basis: service.lawfulBasis ?? {},
    keptDays: service.retentionDays,
    minimumLevel: content.minimumLevel,
  };
  const { count } = await db.requestStatement.updateMany({
    where: { serviceId, ...ofForm(formId) },
    data: words,
  });
  if (count > 0) return;
  const last = await db.requestStatement.aggregate({ where: { serviceId }, _max: { position: true } });
  await db.requestStatement.create({
    data: {
      ...words,
      organisationId,
      serviceId,
      kind: 'form',
      position: (last._max.position ?? 0) + 1,
      isMandatory: false,
      settings: { formId },
    },
  });
}

/** The form can be asked of nobody any more. */
export async function unstateForm({ db }: OrganisationScope, formId: FormId): Promise<void> {
  await db.requestStatement.deleteMany({ where: ofForm(formId) });
}
