/**
 * Words in the mailboxes of roles, in several European languages, without accents. Not listed: words that are common as given or
 * family names (law, page, grant, price, chase).
 */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  `
  abuse access account accountant accounting accounts admin administration administrator affiliate affiliates agency alert alerts
  alliance alliances ambassador analytics api apis app application applications apps architecture audit auditing authority automation
  backend backoffice bank billing board bookkeeping booking brand bug bugs business bot build
  campaign campaigns care carrier cert certificates certification ceo cfo channel channels checkout ciso claims client clients cloud
  commerce commercial committee communication communications community company compliance connect connectivity consent consulting
  contact contracts contract control controlling cooperation corporate council credit creditors crew csirt cto customer customers customerservice
  data database dba debtors delivery department desk design dev developer developers development devops devrel digital direct director
  directors dispatch dmarc dns domain domains donotreply dpo
  ecommerce editor education emergency engineering enquiries enterprise ethics events executive experience export
  facilities feedback finance financial founders fraud frontend fulfilment fulfillment
  gateway gdpr general global governance group growth
  head headquarters hello help helpdesk hospitality host hosting hostmaster hotline hr human
  identity import inbox incident incidents info information infosec infrastructure innovation insurance integration integrations
  international inventory investor investors invoice invoices invoicing it
  jobs juridical lab labs legal licence licences licensing list logistics loyalty
  mail mailbox maintenance management manager managers market marketing media members membership merchant merchants messaging mobile
  mobility monitoring network networks news newsletter noc noreply notice notices notifications notify
  office official onboarding oncall online operation operations operator ops order orders organisation organization owner owners
  partner partners partnership partnerships payable payables payment payments payroll people permits phone pki planning platform
  platforms pm pmo policy portal postmaster pr press pricing privacy procurement product production products programme program programmes
  programs project projects protection psirt public publishing purchase purchasing
  qa quality receivables reception records recruiting recruitment registrar registry regulation regulatory relations release releases room
  reliability reply request requests research reseller resellers response retail returns revenue risk roaming root router
  safety sales sandbox secretariat secretary security service servicedesk services settlement shipping shop sim soc software solutions
  shift sourcing sponsor sre staff statements status storage store strategy streaming subscriptions success supplier suppliers supply support
  switchboard sysadmin system systems
  task tax team teams tech technical technology telecom test testing ticket tickets trade training transport treasury trust
  uptime users ux vendor vendors voice vulnerability warehouse web webmaster webshop wholesale work workshop

  abteilung allgemein anfrage anfragen auskunft bestellung bestellungen buchhaltung beschaffung beirat betrieb bewerbung buero datenschutz
  einkauf empfang entwickler entwicklung finanzen geschaeftsfuehrung geschaeftsleitung gruppe kontakt kunden kundendienst kundenservice
  leitung lieferanten marke netz netze presse produkt qualitaet rechnung rechnungen recht rechtsabteilung schaden sekretariat sicherheit
  steuer stoerung storung buro geschaftsfuhrung geschaftsleitung qualitat vertrage technik verkauf verlag vertrag vertraege vertrieb verwaltung vorstand werkstatt zahlung zahlungen zentrale

  administracion alianzas asesoria atencion ayuda calidad clientes cobros comercial compras comunicacion consejo consultas contabilidad
  contacto contratos cumplimiento desarrollo desarrolladores direccion empresa equipo facturacion facturas finanzas gerencia informacion
  informatica juridico legales marca oficina operaciones pagos pedidos prensa privacidad producto proveedores proyectos recursos red redes
  secretaria seguridad servicio servicios sistemas socios soporte tecnico tecnologia tesoreria tienda ventas

  accueil achats assistance boutique bureau client commandes comptabilite conformite conseil contrats courrier developpement
  developpeurs direction equipe exploitation facturation factures fournisseurs informatique juridique marque paiements partenaires
  partenariats produits qualite rgpd reseau reseaux secretariat securite technique tresorerie ventes

  acquisti amministrazione assistenza azienda clienti commerciale comunicazione conformita contabilita contatti contratti direzione
  fatturazione fatture finanza fornitori gestione legale marchio negozio ordini pagamenti partnershipitalia prodotti qualita reti
  riservatezza segreteria servizi servizio sicurezza sistemi supporto sviluppatori sviluppo tecnica tesoreria ufficio vendite

  ajuda apoio atendimento cobranca comite compras conformidade contabilidade contacto contato desenvolvimento diretoria empresa encarregado
  equipa equipe escritorio faturacao faturamento faturas financas financeiro fornecedores gestao juridica loja operacoes pagamentos
  parceiros privacidade qualidade rede seguranca servicos sistemas suporte tecnica tesouraria vendas

  administratie afdeling beheer beveiliging bestellingen bestuur boekhouding contracten crediteuren debiteuren directie facturatie
  facturen financien inkoop juridisch kantoor klanten klantenservice kwaliteit leveranciers netwerk ondersteuning ontwikkeling
  pers personeel privacyteam secretariaat techniek veiligheid verkoop winkel

  avtal bestallning bokforing drift ekonomi faktura fakturor foretag forsaljning inkop juridik kundtjanst kontor kvalitet ledning
  leverantor natverk sakerhet styrelse utveckling bestilling bogholderi fakturering indkob indkjop kundeservice kunder okonomi personvern
  regnskap salg sikkerhed sikkerhet styret udvikling

  asiakaspalvelu hallinto laskutus lakiasiat markkinointi myynti palvelu talous tietosuoja tietoturva toimisto tuki yllapito

  administracja biuro bezpieczenstwo dostawcy faktury finanse handlowy informacje klient klienci ksiegowosc marketing obsluga pomoc
  prawny programisci rozliczenia rodo sekretariat serwis siec sprzedaz sklep wsparcie zakupy zamowienia zarzad
  bezpecnost fakturace kancelar nakup obchod objednavky podpora pravni prodej provoz sprava ucetni ucetnictvi vedeni vyvoj zakaznici
  `
    .trim()
    .split(/\s+/),
);
