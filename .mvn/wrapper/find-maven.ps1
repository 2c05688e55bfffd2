# Prints the Maven that mvnw.cmd runs: the one on the PATH where it is new enough, else the pinned release,
# fetched once and checked. MVNW_DISTRIBUTION and MVNW_IGNORE_PATH are as in mvnw.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$wanted = @{}
Get-Content (Join-Path $PSScriptRoot 'maven-wrapper.properties') | Where-Object { $_ -match '^([^#=]+)=(.*)$' } |
    ForEach-Object { $null = $_ -match '^([^#=]+)=(.*)$'; $wanted[$Matches[1]] = $Matches[2].Trim() }

$onPath = Get-Command 'mvn.cmd' -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
if ($onPath -and -not $env:MVNW_IGNORE_PATH) {
    $heading = (& $onPath.Source --version | Out-String)
    if ($heading -match 'Apache Maven (\d+\.\d+\.\d+)' -and [version]$Matches[1] -ge [version]$wanted['minimum']) {
        return $onPath.Source
    }
}

$version = $wanted['version']
$base = if ($env:MAVEN_USER_HOME) { $env:MAVEN_USER_HOME } else { Join-Path $HOME '.m2' }
$store = Join-Path $base 'wrapper'
$maven = Join-Path $store "apache-maven-$version"
$program = Join-Path $maven 'bin\mvn.cmd'
if (-not (Test-Path $program)) {
    $source = if ($env:MVNW_DISTRIBUTION) { $env:MVNW_DISTRIBUTION } else { $wanted['distribution'] }
    # Beside its destination, so that the last step is one rename.
    $work = Join-Path $store ('download.' + [guid]::NewGuid())
    $null = New-Item -ItemType Directory -Force $work
    try {
        $zip = Join-Path $work 'maven.zip'
        [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
        (New-Object Net.WebClient).DownloadFile("$source.zip", $zip)
        if ((Get-FileHash $zip -Algorithm SHA512).Hash -ne $wanted['sha512.zip']) {
            throw "what came from $source.zip is not Maven ${version}: its SHA-512 differs; nothing was installed"
        }
        Expand-Archive $zip $work
        Move-Item (Join-Path $work "apache-maven-$version") $maven
    } finally {
        Remove-Item -Recurse -Force $work
    }
}
return $program
