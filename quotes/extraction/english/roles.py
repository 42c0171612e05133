"""English nouns in lower case that name who speaks: offices, professions, kin, bodies."""

from ..word_lists import words

ROLES = words(
    """academic academy accountant accuser accusers activist activists actor actress
    administration administrator admiral adults adviser advisers advisor advisors advocate
    agency agent agents aide aides airline airport alderman alliance alumni ambassador analyst
    analysts anchor animator anthropologist applicant apprentice arbitrator archaeologist
    archaeologists archbishop architect army artist assembly assemblyman assemblywoman
    assistant association astronaut astronauts astronomer astrophysicist asylum-seeker athlete
    athletes attaché attacker attackers attendee attendees attorney attorneys auditor aunt
    author authorities authority authors automaker ayatollah baby backbencher bailiff bank
    banker bankers barista baron baroness barrister bartender bassist billionaire biographer
    biologist bishop bishops bloc blogger board bomber boss bosses botanist boxer boy boyfriend
    broadcaster broker brother brothers builder bureau burglar businessman businesswoman
    bystander bystanders cabinet campaigner campaigners candidate candidates captain captor
    captors cardinal cardinals cardiologist caretaker carmaker cartographer cartoonist
    celebrity ceo chair chairman chairperson chairwoman challenger champion champions
    chancellor channel chaplain charities charity chef chemist chief chieftain children choir
    church cinematographer citizen citizens claimant clan classmate classmates cleric clerics
    clerk climatologist clinic club co-author co-chair co-director co-founder co-leader
    co-owner coach coalition coastguard coauthor cofounder colleague colleagues college colonel
    columnist comedian comedienne commander commanders commentator commenter commenters
    commission commissioner committee commuter company complainant complainants composer
    conductor confederation conglomerate congress congressman congresswoman conservationist
    consortium constable consul consulate consultant consultants consumer consumers contender
    contributor convener convenor cop cops coroner corporal correspondent cosmonaut council
    councillor councillors councilman councilor councilwoman counsel countess country county
    court cousin critic critics crowd culprit curator custodian customer customers cyclist dad
    dancer daughter daughters dean defendant defendants defender delegate delegates demographer
    demonstrators dentist department deputies deputy designer detainee detainees detective
    developer developers dictator diplomat diplomats director dissident dissidents distributor
    dj doctor doctors donor donors driver drummer duchess duke duo earl ecologist economist
    editor elders electrician embassy emir emissary emperor employee employees engineer
    engineers entrepreneur environmentalist environmentalists envoy envoys epidemiologist
    essayist ethicist executive executives expert experts eyewitness eyewitnesses families
    family fan fans farmer farmers father federation feminist fiancé fiancée fighter fighters
    figures film-maker filmmaker firefighter firefighters firm fisherman flatmate followers
    forecaster forecasters foundation founder freelancer friend front-runner frontman
    frontrunner gallery gamer gamers generals gentleman geographer geologist girl girlfriend
    goalkeeper golfer government governor governor-general gp graduate granddaughter
    grandfather grandmother grandparents grandson group guard guards guerrillas guest guests
    guitarist gunman gunmen guy guys hacker hackers head headmaster headteacher heir hijacker
    historian hospital hotelier husband illustrator imam immigrant immunologist individual
    influencer informant inmate inmates inquiry insider insiders inspector institute
    institution insurer insurgents intern interpreter investigator investigators investor
    investors islander islanders jockey journalist judge judges junta juror jurors jury justice
    justices kid kidnapper kidnappers kids killer king kremlin laboratory ladies lady landlord
    lawmaker lawmakers lawyer lawyers leader leaders league lecturer legislator legislators
    legislature lender library lieutenant lieutenant-governor lifeguard linguist listener
    listeners lobbyist lobbyists locals loyalist magazine magistrate magistrates magnate maker
    man manager managers manufacturer marcher marchers marshal mastermind mathematician mayor
    mechanic medalist medallist media mediator member members memoirist mep meps meteorologist
    meteorologists midfielder midwife migrant migrants militant militants military militia
    miner miners minister minister-counsellor ministers ministry moderator mom monarch monk
    mosque mother mp mps mum municipality murderer museum musician narrator nation nationalist
    nato navy negotiator negotiators neighbor neighbors neighbour neighbours nephew network
    newspaper ngo niece nominee non-profit nonprofit novelist nun nurse oceanographer offender
    office officer officers official officials ombudsman oncologist onlooker onlookers
    operative operator opposition orchestra organisation organiser organisers organization
    organizer organizers outlet owner owners paediatrician painter palaeontologist
    paleontologist panel paramedic paramedics paramilitary parent parents parliament
    participant participants partner party passenger passengers passer-by passerby pastor
    pathologist patron pediatrician pensioner pensioners pentagon people perpetrator
    person persons petitioner pharmacist philosopher photographer physician physicians
    physicist pilot pilots pitcher plaintiff plaintiffs player playwright plumber podcaster
    poet police policeman policemen policewoman politician politicians pope potter premier
    premiers presenter president presidents press priest priests prime-minister prince princess
    principal prisoner prisoners producer professor programmer prosecutor prosecutors protester
    protesters protestors province provost psychiatrist psychic psychologist publisher pundit
    pupil pupils quarterback queen rabbi railway ranger rangers rapper reader readers rebel
    rebels referee refugee refugees regime registrar regulator regulators relative relatives
    reporter representative rescuer rescuers researcher researchers resident residents
    respondent respondents responder responders retailer retiree reviewer rival rivals robber
    roommate ruler sailor satirist scholar school scientist scientists screenwriter sculptor
    secretary secretary-general seismologist senate senator senators separatist sergeant
    service shareholder shareholders sheikh sheriff shooter shopkeeper shopper singer sister
    sisters skipper sniper sociologist soldier soldiers solicitor son songwriter sons soprano
    source sources speaker spokesman spokesmen spokesmodel spokespeople spokesperson
    spokespersons spokeswoman sportsman sportswoman sprinter spy squad start-up startup states
    statesman station statistician stepfather stepmother strategist strategists streamer
    striker strikers strongman student students studio sultan superintendent supplier supporter
    supporters surgeon survivor survivors suspect suspects swimmer syndicate tabloid taliban
    taoiseach task-force taskforce teacher team team-mate team-mates teammate teammates
    technician teen teenager teenagers tenant tenor theatre theologian therapist thief
    think-tank thinktank toddler tourist tourists trader traders trainee trainer translator
    traveler traveller treasurer treasury tribe tribunal trio trooper troops troupe trustee
    trustees tutor tweeter tycoon umpire uncle under-secretary undergraduate undersecretary
    union unionist university user users vendor vet veteran veterans veterinarian vicar
    vice-chairman vice-chancellor vice-president victim victims viewer viewers villager
    villagers virologist viscount visitor visitors vlogger vocalist volunteer volunteers voter
    voters waiter warden warlord watchdog website whistle-blower whistleblower white-house
    widow widower wife winger winner winners witness witnesses woman worker workers wrestler
    youth youths youtuber zoologist"""
)
